"""HTTP and the wire format of the Local API. No Qt."""
