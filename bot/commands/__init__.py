"""The commands of ``sourcier``, a module for each family; :mod:`bot.cli` loads one when it is called."""
