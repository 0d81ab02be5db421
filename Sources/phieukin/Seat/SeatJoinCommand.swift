import ArgumentParser
import Client
import Recognition
import SecretBallot

struct SeatJoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Make the board's key with the other members, going on by itself as they come.",
        discussion: "It may be stopped and started again at any time, with the same file.")

    @OptionGroup
    var options: SeatOptions

    @Flag(help: "Take the steps that can be taken now, and do not wait for the others.")
    var once = false

    func run() async throws {
        let seat = try options.connection().seat
        var shown = ""
        repeat {
            let view = try await seat.view()
            let text = Self.progress(of: view)
            if text != shown { Terminal.say(text) }
            shown = text
            if try await isMade(view, seat) { return }
            if !once { try await Task.sleep(for: .seconds(2)) }
        } while !once
    }

    private func isMade(_ view: SeatView, _ seat: SeatClient) async throws -> Bool {
        var device = options.exists ? try options.device() : try SeatDevice(name: view.members[view.place].name)
        do {
            try await device.advance(by: view, at: seat, keep: options.keep)
        } catch let problem as ServerProblem where Self.passing.contains(problem.code) {
            // Others were faster: the next look shows what there is to do.
            return false
        }
        if let finding = view.finding {
            throw Failure(
                "\(finding.vietnamese) (\(finding.english))", hint: "phieukin seat attempt begins another attempt",
                code: Failure.doesNotHold)
        }
        guard device.holder != nil else { return false }
        Terminal.say(
            "The board's key is made (khóa của ban đã xong). Next, when the round is frozen: phieukin seat copy")
        return true
    }

    private static let passing: Set<String> = [
        "other-attempt", "ceremony-early", "ceremony-over", "ceremony-signature",
    ]

    private static func progress(of view: SeatView) -> String {
        let lines = view.members.enumerated().map { place, member in
            "\(place == view.place ? "*" : " ") \(place + 1). \(member.name): \(step(of: member))"
        }
        return (["Attempt \(view.attempt), \(view.threshold) of \(view.members.count) open:"] + lines)
            .joined(separator: "\n")
    }

    private static func step(of member: MemberProgress) -> String {
        if member.certified { return "certified the key (đã xác nhận khóa)" }
        if member.dealt { return "dealt (đã chia phần khóa)" }
        if member.committed { return "committed (đã cam kết)" }
        return member.registered ? "is here (đã vào)" : "is awaited (chưa vào)"
    }
}

struct SeatAttemptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attempt", abstract: "Begin another attempt at the board's key, after a member broke one.")

    @OptionGroup
    var options: SeatOptions

    func run() async throws {
        let seat = try options.connection().seat
        let view = try await seat.view()
        guard view.evidence != nil else {
            throw Failure(
                "nobody broke this attempt", hint: "who is only silent is the secretary's: round board-attempt")
        }
        try await seat.beginAttempt(view.attempt + 1)
        Terminal.say("Attempt \(view.attempt + 1) has begun. Next: phieukin seat join")
    }
}
