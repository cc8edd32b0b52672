"""Files that anybody wrote: found in a folder, read and decoded without trust."""
