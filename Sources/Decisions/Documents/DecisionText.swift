public import Recognition
import StrictEncoding

/// What one paper decides: to recognise units, or to annul a recognition.
public enum DecisionText: Hashable, Sendable {
    /// One unit or more, under one number; each has a statement of its own.
    case recognition([ExactDecision])
    case annulment(ExactAnnulment)

    public var statements: [any SignableStatement] {
        switch self {
        case .recognition(let decisions): decisions.map(\.statement)
        case .annulment(let annulment): [annulment.statement]
        }
    }

    /// By which each statement is known, in their order.
    public var digests: [[UInt8]] {
        switch self {
        case .recognition(let decisions): decisions.map(\.digest)
        case .annulment(let annulment): [annulment.digest]
        }
    }

    public var number: DecisionNumber { head.number }
    public var date: CalendarDate { head.date }
    public var authority: Authority { head.authority }
    public var signer: Signer { head.signer }

    /// The year of the recognition.
    public var year: Int { head.year }

    /// What the statements of one paper share, they all say.
    private var head: any SignableStatement {
        switch self {
        case .recognition(let decisions): decisions[0].statement
        case .annulment(let annulment): annulment.statement
        }
    }

    /// A word for programs: what the paper does.
    public var kind: DecisionPath.Kind {
        switch self {
        case .recognition: .recognition
        case .annulment: .annulment
        }
    }
}
