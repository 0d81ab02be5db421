import Foundation
import TestSupport

/// The built command, run to its end as a user runs it.
enum Program {
    static func run(_ arguments: [String]) throws -> Command.Outcome {
        try Command.run([ServeProcess.executable.path()] + arguments)
    }

    static func run(_ arguments: String...) throws -> Command.Outcome { try run(arguments) }
}
