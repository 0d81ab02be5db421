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

    public var number: DecisionNumber {
        switch self {
        case .recognition(let decisions): decisions[0].statement.number
        case .annulment(let annulment): annulment.statement.number
        }
    }

    public var date: CalendarDate {
        switch self {
        case .recognition(let decisions): decisions[0].statement.date
        case .annulment(let annulment): annulment.statement.date
        }
    }

    public var authority: Authority {
        switch self {
        case .recognition(let decisions): decisions[0].statement.authority
        case .annulment(let annulment): annulment.statement.authority
        }
    }

    public var signer: Signer {
        switch self {
        case .recognition(let decisions): decisions[0].statement.signer
        case .annulment(let annulment): annulment.statement.signer
        }
    }
}

extension DecisionText {
    /// The year of the recognition.
    public var year: Int {
        switch self {
        case .recognition(let decisions): decisions[0].statement.year
        case .annulment(let annulment): annulment.statement.year
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
