import ArgumentParser
import Client
import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// Why a command ends without having done what it was asked to: what, where, and what to do about it.
struct Failure: Error, CustomStringConvertible {
    /// Something that was checked does not hold.
    static let doesNotHold: Int32 = 1

    /// Wrong use, or it cannot be done.
    static let notPossible: Int32 = 2

    /// Nothing is wrong with a record, but what finders or relays say contradicts it.
    static let isContradicted: Int32 = 3

    /// How whatever looks at a record ends: a fault outweighs a contradiction, which is never told as all being well.
    /// - Parameter report: nil where no record was looked at.
    static func end(holds: Bool, _ report: AuditReport?) throws(ExitCode) {
        guard holds else { throw ExitCode(doesNotHold) }
        guard report?.finders.contradiction == nil, report?.mix.overstated == nil else {
            throw ExitCode(isContradicted)
        }
    }

    let description: String
    var hint: String?
    var code = notPossible

    init(_ description: String, hint: String? = nil, code: Int32 = notPossible) {
        self.description = description
        self.hint = hint
        self.code = code
    }

    /// What a file is in place of a record, and how to get the record; in both languages.
    init(_ fault: RecordFileFault, at path: String) {
        self.init(
            "\(path): \(fault.text.vietnamese) (\(fault.text.english))",
            hint: "\(fault.advice.vietnamese) (\(fault.advice.english))")
    }

    /// - Returns: nil for what the argument parser throws: help, wrong use, a plain exit code.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let problem as ServerProblem: self.init(problem)
        case let fault as ConnectionFault: self.init(fault.description, hint: fault.hint)
        case let fault as AnswerFault:
            self.init(fault.description, hint: "check that the server is phieukin, of this version")
        case let fault as DeviceFault:
            self.init(fault.description, code: fault.isAlarm ? Self.doesNotHold : Self.notPossible)
        case let fault as BoardDeviceFault: self.init(fault.description, code: Self.doesNotHold)
        case let error as CredentialError: self.init("\(error.text.english)\n  \(error.text.vietnamese)")
        case is MalformedInput, is TableFaults, is FreezeFailure: self.init("\(error)")
        case let error where Self.isOfParser(error): return nil
        default: self.init("\(error)")
        }
    }

    /// Whether the argument parser itself threw `error`: it has its own words, and some of them are no errors.
    private static func isOfParser(_ error: any Error) -> Bool {
        String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }

    func report() {
        Terminal.complain("error: \(description)")
        if let hint { Terminal.complain("hint: \(hint)") }
    }
}

extension DeviceFault {
    /// Whether somebody did what must not be done, and not merely something is missing.
    fileprivate var isAlarm: Bool {
        switch self {
        case .dishonestToken, .badReceipt, .missingSlip, .boxRoot, .notIssuedHere, .roll, .otherLine, .sealedAt,
            .boardKey, .relayHost, .smallMix:
            true
        case .unknownCode, .answerLength, .wrongMoment, .markCount, .noSuchWay, .badRelease, .notFrozen: false
        }
    }
}
