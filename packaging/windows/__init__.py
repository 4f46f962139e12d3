"""What only Windows needs: the installer, and a Windows to try it on where there is none."""
