import BallotTokens
import Decisions
import Hummingbird
import NIOCore
import OfficialDocuments
import OpenSSLKit
import Reader
import Recognition
import SecretBallot
import SignedPDF
import Storage
import StrictEncoding

extension Problem {
    /// Any error as what a client may know of it; what it may not is for the log.
    init(translating error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as MalformedInput: self.init(error)
        case let fault as SlipFault: self.init(fault)
        case let fault as IssuanceFault: self.init(fault)
        case let fault as CeremonyFault: self.init(fault)
        case let fault as OpeningFault: self.init(.opening, because: fault.text)
        case let faults as TableFaults: self.init(faults)
        case let error as StorageError: self.init(error)
        case let fault as RoundFault: self = fault.problem
        case let step as UncertainStep: self.init(.unavailable, step.description)
        case let refusal as DecisionRefusal: self.init(refusal)
        case let refusal as SigningRefusal: self.init(refusal)
        case let fault as FormFault: self.init(.document, because: fault.text)
        case let fault as DocumentFault: self.init(.signature, because: fault.text)
        case let error as PDFError: self.init(.signature, because: error.text)
        case let fault as ReaderFault: self.init(fault)
        case is NIOTooManyBytesError: self.init(.tooLarge)
        case is ClientGone: self.init(.malformedRequest, "the body breaks off")
        case let error as any HTTPResponseError: self.init(status: error.status.code)
        default: self.init(.internal)
        }
    }

    private init(_ error: MalformedInput) {
        switch error.reason {
        case .byteOrderMark, .notUTF8, .trailingBytes, .tooDeep, .repeatedMember:
            self.init(.malformedJSON, error.description)
        // The grammar's fault says where and no more; a text's (base64url, a date) says what it should have been.
        case .syntax where error.detail.isEmpty: self.init(.malformedJSON, error.description)
        default: self.init(.malformedRequest, error.description)
        }
    }

    private init(_ fault: SlipFault) {
        let code: ProblemCode =
            switch fault {
            case .length: .slipLength
            case .version: .slipVersion
            case .contest: .slipContest
            case .point: .slipPoint
            case .token: .slipToken
            case .signature: .slipSignature
            }
        self.init(code)
    }

    private init(_ fault: IssuanceFault) {
        switch fault {
        case .batchLength: self.init(.batchLength, fault.description)
        case .request: self.init(.tokenRequest, fault.description)
        case .blindedMessage: self.init(.blindedMessage, fault.description)
        case .signature: self.init(.batchSignature)
        case .deviceKeyOfRound, .deviceKeyOfAnother: self.init(.deviceKey, fault.description)
        }
    }

    /// Of what devices send; the rest devices find in what they are given.
    private init(_ fault: CeremonyFault) {
        switch fault {
        case .tooEarly: self.init(.ceremonyEarly)
        case .over: self.init(.ceremonyOver)
        case .unsigned: self.init(.ceremonySignature)
        default: self.init(.malformedRequest, fault.description)
        }
    }

    private init(_ faults: TableFaults) {
        let list = faults.list.map { fault -> JSONValue in
            let value: JSONValue = ["line": .integer(fault.line), "code": .string(fault.reason.rawValue)]
            return value.adding("column", fault.column.map(JSONValue.string)).adding("messages", fault.text.json)
        }
        self.init(.csv, members: [("faults", .array(list))])
    }

    private init(_ error: StorageError) {
        switch error.code {
        case .full: self.init(.storageFull)
        case .wrongState(let present): self = .wrongState(present)
        case .closed: self.init(.unavailable)
        // Another program holds the register's lock: for a moment, as a rule.
        case .locked: self.init(.overloaded, "another program writes to the register", retryAfter: 5)
        case .missing: self.init(.notFound)
        case .clockBehind: self.init(.clockBehind)
        case .notWritable: self.init(.unavailable, "a file cannot be read or written: see the service's log")
        case .lastHolder: self.init(.lastAdmin)
        default: self.init(.internal)
        }
    }

    private init(_ refusal: DecisionRefusal) {
        if case .malformed(let error) = refusal {
            self.init(error)
        } else {
            self.init(.notRecognised, members: [("reason", refusal.text.json)])
        }
    }

    private init(_ refusal: SigningRefusal) {
        self.init(refusal.isOfAnother ? .identityOfAnother : .untrustedIdentity, because: refusal.text)
    }

    private init(_ fault: ReaderFault) {
        switch fault {
        case .busy(let seconds): self.init(.overloaded, "other files are being read", retryAfter: seconds)
        case .killed: self.init(.unavailable, "whoever read the file was ended from outside", retryAfter: 5)
        case .notStarted: self.init(.unavailable, "no file can be read at present", retryAfter: 60)
        case .stopped: self.init(.unavailable)
        case .unreadable: self.init(.unreadableFile)
        }
    }

    private init(status: Int) {
        switch status {
        case 404: self.init(.notFound)
        case 405: self.init(.methodNotAllowed)
        case 408: self.init(.requestTimeout)
        case 413: self.init(.tooLarge)
        case 400..<500: self.init(.malformedRequest)
        default: self.init(.internal)
        }
    }

    static func wrongState(_ present: String) -> Problem {
        Problem(.wrongState, "the round is \(present)", members: [("state", .string(present))])
    }
}
