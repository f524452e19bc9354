"""The command line: thin commands over the engine, each in a module that is imported when it is called."""
