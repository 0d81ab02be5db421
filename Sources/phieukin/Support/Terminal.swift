import Foundation
import Glibc
import Recognition

/// The terminal, or whatever stands in its place.
enum Terminal {
    /// Results, to standard output.
    static func say(_ text: String = "") { write(text + "\n", to: .standardOutput) }

    /// What is not a result, to standard error.
    static func complain(_ text: String) { write(text + "\n", to: .standardError) }

    /// Whether a person watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether a person can answer on standard input.
    static var isAnswered: Bool { isatty(STDIN_FILENO) == 1 }

    static func write(_ text: String, to handle: FileHandle) {
        // A reader that went away is no reason to stop work that has begun.
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Asks for a secret without showing it.
    /// - Parameter option: by which it can be given in a file.
    /// - Throws: `Failure` if there is no terminal to ask on.
    static func password(_ prompt: String, orBy option: String = "--password-file") throws -> String {
        guard isAnswered else { throw Failure("no terminal to ask on: \(prompt)", hint: "give it with \(option)") }
        write(prompt + ": ", to: .standardError)
        defer { complain("") }
        guard let line = try withoutEcho({ readLine() }), !line.isEmpty else { throw Failure("nothing was given") }
        return line
    }

    /// Asks a question that must be answered with "yes" or "có".
    static func confirm(_ question: String) -> Bool {
        write("\(question) [yes/no] ", to: .standardError)
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        return ["yes", "có"].contains(answer)
    }

    private static func withoutEcho<Value>(_ body: () throws -> Value) throws -> Value {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { throw Failure("the terminal cannot be set up") }
        let before = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        defer {
            var before = before
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        }
        return try body()
    }
}

extension BilingualText {
    func text(inEnglish isEnglish: Bool) -> String { isEnglish ? english : vietnamese }
}
