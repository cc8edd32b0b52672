"""What somebody is called: in full, in short, in the other language, as a work by its title."""
