import ArgumentParser

/// Which round, and as whom.
struct RoundArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The round's name at the service, as `phieukin round list` shows it.", valueName: "round"))
    var round: String

    @OptionGroup(title: "Service")
    var service: StaffOptions
}
