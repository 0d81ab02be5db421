public import Recognition
public import StrictEncoding

/// The time for which a signer's certificate was judged, in seconds since 1970 (UTC), and who says so.
public enum SigningMoment: Hashable, Sendable {
    /// The register recorded the decision then.
    case recorded(Int64)

    /// The signer claims it; whoever holds a key after its certificate's end can claim an earlier time.
    case claimed(Int64)

    public var seconds: Int64 {
        switch self {
        case .recorded(let seconds), .claimed(let seconds): seconds
        }
    }

    public var text: BilingualText {
        let time = LocalTime.text(seconds)
        return switch self {
        case .recorded: BilingualText("\(time), theo sổ đăng ký", "\(time), by the register")
        case .claimed: BilingualText("\(time), theo lời khai trong chữ ký", "\(time), as the signature claims")
        }
    }

    /// `{"time", "source": "register" | "claimed"}`.
    public var json: JSONValue {
        switch self {
        case .recorded(let seconds): ["time": .integer(Int(seconds)), "source": "register"]
        case .claimed(let seconds): ["time": .integer(Int(seconds)), "source": "claimed"]
        }
    }
}
