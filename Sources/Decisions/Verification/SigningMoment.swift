public import Recognition
public import StrictEncoding

/// The time for which a signer's certificate was judged, in seconds since 1970 (UTC), and who says so.
public enum SigningMoment: Hashable, Sendable {
    /// The register recorded the decision then.
    case recorded(Int64)

    /// A time stamp over the signature says so, by an authority that is trusted for it.
    case stamped(Int64)

    /// The signer claims it; whoever holds a key after its certificate's end can claim an earlier time.
    case claimed(Int64)

    public var seconds: Int64 {
        switch self {
        case .recorded(let seconds), .stamped(let seconds), .claimed(let seconds): seconds
        }
    }

    /// Whether nobody but the signer vouches for it.
    public var isClaimed: Bool {
        if case .claimed = self { true } else { false }
    }

    /// Whether it is later than clocks that stand apart can explain.
    func isYetToCome(at now: Int64) -> Bool {
        // Registers may say anything, even what cannot be reckoned with.
        let (lead, isBeyond) = seconds.subtractingReportingOverflow(now)
        return seconds > now && (isBeyond || lead > DecisionVerifier.tolerance)
    }

    public var text: BilingualText {
        let time = LocalTime.text(seconds)
        return switch self {
        case .recorded: BilingualText("\(time.vietnamese), theo sổ đăng ký", "\(time.english), by the register")
        case .stamped: BilingualText("\(time.vietnamese), theo dấu thời gian", "\(time.english), by its time stamp")
        case .claimed:
            BilingualText("\(time.vietnamese), theo lời khai trong chữ ký", "\(time.english), as the signature claims")
        }
    }

    /// `{"time", "source": "register" | "timestamp" | "claimed"}`.
    public var json: JSONValue {
        switch self {
        case .recorded(let seconds): ["time": .integer(Int(seconds)), "source": "register"]
        case .stamped(let seconds): ["time": .integer(Int(seconds)), "source": "timestamp"]
        case .claimed(let seconds): ["time": .integer(Int(seconds)), "source": "claimed"]
        }
    }
}
