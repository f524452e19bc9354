"""Runs the command line as `python -m journeyql`."""

from journeyql.cli.app import main

if __name__ == "__main__":
    main()
