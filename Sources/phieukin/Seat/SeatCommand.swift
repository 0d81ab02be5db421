import ArgumentParser

/// A seat on a board of several, for its member.
struct SeatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat",
        abstract: "Take a seat on the counting board (ban kiểm phiếu) of several members, without a browser.",
        discussion: """
            In order, with the link of your invitation in a file (--invitation-file), or typed when it is asked for:
              join           with the others, make the board's key; wait until it is made
              copy           when the round is frozen, print what opens the box should this machine be lost
              prove          read the copy back; before that nothing is signed
              sign-freeze    after comparing round code and members in person
              open           when the box is sealed: audit it here, and give this member's share
              sign-minutes   when it is open: count it here, and sign
            Everything is kept in one file, which nobody else may have. Commands may be repeated.
            """,
        subcommands: [
            SeatJoinCommand.self, SeatAttemptCommand.self, SeatCopyCommand.self, SeatProveCommand.self,
            SeatSignFreezeCommand.self, SeatOpenCommand.self, SeatSignMinutesCommand.self,
        ])
}
