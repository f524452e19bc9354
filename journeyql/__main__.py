"""Runs the command line as `python -m journeyql`."""

if __name__ == "__main__":
    try:
        from journeyql.cli.app import main
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    main()
