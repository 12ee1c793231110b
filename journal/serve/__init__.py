"""The local server: pages made when they are asked for, from a journal that follows its files."""
