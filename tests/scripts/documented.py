"""The scripts as the API's documents describe them, written down a second time and by hand."""

DEFAULTS = {
    "post": {
        "content_type": 0,
        "image_count": 1,
        "captions": "",
        "post_way": "share",
        "material_list": [],
        "material_source": "materialLibrary",
        "material_path": "",
        "materials_tags": "",
        "upload_wait_time": 30,
        "sound_wait_time": 10,
        "add_sound": "-1",
        "sound_name": "",
        "custom_sound_keyword": "",
        "origin_sound_volume": 50,
        "add_sound_volume": 50,
        "add_product_link": 0,
        "placement": "reel",
    },
    "follow": {"target_users": [], "target_user": "", "access_method": "direct"},
    "unfollow": {"target_users": [], "target_user": "", "access_method": "direct"},
    "account_warmup": {
        "task_duration": 600,
        "topic": "",
        "min_duration": 15,
        "max_duration": 30,
        "like_probable": 0,
        "floow_probable": 0,
        "collect_probable": 0,
        "comment_probable": 0,
        "comment": "",
        "insert_emoji": False,
        "comment_order": "random",
        "generate_by_chatgpt": False,
        "chatgpt_settings": None,
    },
    "comment": {
        "target_post_urls": [],
        "target_post_url": "",
        "comment_content": "",
        "comment_order": "random",
        "insert_emoji": False,
        "comment_image_path": "",
    },
    "profile": {
        "profile_order": "random",
        "nicknames": "",
        "usernames": "",
        "bios": "",
        "link_url": "",
        "avatars_path": "",
    },
    "login": {},
    "match_accounts": {},
}
CHATGPT_DEFAULTS = {
    "api_key": "",
    "model": "gpt-3.5-turbo",
    "prompt": "",
    "max_tokens": 100,
    "temperature": 0.7,
    "base_url": "",
}

# script, field, lowest, highest (None: no end)
BOUNDS = [
    ("post", "image_count", 1, None),
    ("post", "upload_wait_time", 30, 300),
    ("post", "sound_wait_time", 5, 30),
    ("post", "origin_sound_volume", 0, 100),
    ("post", "add_sound_volume", 0, 100),
    ("account_warmup", "task_duration", 300, 3600),
    ("account_warmup", "min_duration", 10, 180),
    ("account_warmup", "max_duration", 10, 180),
    ("account_warmup", "like_probable", 0, 100),
    ("account_warmup", "floow_probable", 0, 100),
    ("account_warmup", "collect_probable", 0, 100),
    ("account_warmup", "comment_probable", 0, 100),
    ("account_warmup", "chatgpt_settings.temperature", 0, 2),
]

CHOICES = [
    ("post", "content_type", [0, 1]),
    ("post", "post_way", ["share", "addButton", "useSound"]),
    ("post", "material_source", ["materialLibrary", "localFolder"]),
    ("post", "add_sound", ["-1", "0", "1", "custom"]),
    ("post", "add_product_link", [0, 1]),
    ("post", "placement", ["reel", "story"]),
    ("follow", "access_method", ["direct", "search"]),
    ("unfollow", "access_method", ["direct", "search"]),
    ("account_warmup", "comment_order", ["random", "sequential"]),
    ("comment", "comment_order", ["random", "sequential"]),
    ("profile", "profile_order", ["random", "sequential"]),
]

# What makes an otherwise empty config of a script valid.
ENOUGH = {
    "post": {},
    "follow": {"target_users": ["ann"]},
    "unfollow": {"target_users": ["ann"]},
    "account_warmup": {},
    "comment": {"target_post_urls": ["https://vm.tiktok.com/ZM1/"], "comment_content": "Nice"},
    "profile": {},
    "login": {},
    "match_accounts": {},
}

# script, condition, field that then is needed
NEEDED = [
    ("post", {"post_way": "useSound"}, "sound_name"),
    ("post", {"add_sound": "custom"}, "custom_sound_keyword"),
    ("post", {"material_source": "localFolder"}, "material_path"),
    ("follow", {}, "target_users"),
    ("unfollow", {}, "target_users"),
    ("account_warmup", {"generate_by_chatgpt": True}, "chatgpt_settings.api_key"),
    ("comment", {"comment_content": "Nice"}, "target_post_urls"),
    ("comment", {"target_post_urls": ["https://vm.tiktok.com/ZM1/"]}, "comment_content"),
]

# script, field, value of it, a config under which it means nothing
MEANINGLESS = [
    ("post", "image_count", 3, {"content_type": 0}),
    ("post", "sound_name", "song", {"post_way": "share"}),
    ("post", "custom_sound_keyword", "song", {"add_sound": "1"}),
    ("post", "material_path", "/films", {"material_source": "materialLibrary"}),
    ("post", "material_path", "/films", {"material_source": "localFolder", "material_list": ["/a.mp4"]}),
    ("post", "material_source", "localFolder", {"material_list": ["/a.mp4"]}),
    ("account_warmup", "chatgpt_settings", {"api_key": "k"}, {"generate_by_chatgpt": False}),
]
