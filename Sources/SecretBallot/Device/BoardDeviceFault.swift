/// Why a board member's device signs and gives out nothing, and what the member is to do.
public enum BoardDeviceFault: Error, Sendable, Hashable, CustomStringConvertible {
    case otherBoard
    case doesNotHold
    case otherCount

    public var description: String {
        switch self {
        case .otherBoard: "the manifest's board does not have this device's keys: sign nothing, tell the others"
        case .doesNotHold:
            "the sealed round does not hold: the key stays here. Keep the list of faults for the minutes"
        case .otherCount:
            "the count made here is not the service's: nothing is signed. Note it in the minutes, certify nothing"
        }
    }
}
