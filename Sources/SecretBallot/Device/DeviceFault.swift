/// What stops a voter's device, and what the voter is to do.
public enum DeviceFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownCode
    case answerLength(expected: Int)
    case dishonestToken(contest: Int)
    case wrongMoment(String)
    case markCount(expected: Int)
    case badReceipt(contest: Int)
    case missingSlip(contest: Int)
    case boxRoot
    case notIssuedHere
    case roll
    case otherLine
    case sealedAt
    case noSuchWay
    case badRelease
    case smallMix
    case relayHost
    case boardKey
    case notFrozen

    public var description: String {
        switch self {
        case .unknownCode: "no voter of this round has this access code: compare the round code, type the code again"
        case .answerLength(let expected): "the server answered without a token for each of the \(expected) contests"
        case .dishonestToken(let contest):
            "ALARM: the token of contest \(contest) does not verify. Cast nothing; tell the counting board"
        case .wrongMoment(let what): what
        case .markCount(let expected): "there must be one mark for each of the \(expected) contests"
        case .badReceipt(let contest):
            "the receipt for contest \(contest) is not the service's: keep the slip and tell the counting board"
        case .missingSlip(let contest):
            "ALARM: the slip of contest \(contest) is not in the sealed box. Keep the receipt; tell the counting board"
        case .notIssuedHere:
            "ALARM: the service did not sign for this device's key. Cast nothing; tell the counting board"
        case .roll: "ALARM: the roll is not the one that was sealed. Tell the counting board"
        case .otherLine:
            "ALARM: your line of the roll is not this device's: somebody voted in your name. Keep this device; tell the "
                + "counting board"
        case .sealedAt:
            "the box bears another time of sealing than this device saw: compare the clocks, and tell the counting board"
        case .boardKey:
            "ALARM: the board's key was not made as its transcript has it. Nothing was asked for; tell the counting board"
        case .notFrozen:
            "the board's members have not all signed this round: nothing was asked for. Ask again when they have"
        case .noSuchWay:
            "no such relay in this round, or no such mix: 1 to as many as there are voters, never more than before"
        case .relayHost:
            "ALARM: the relay is on the service's own host, where it hides nothing. Nothing was handed over; tell the "
                + "counting board"
        case .smallMix:
            "ALARM: the relay mixed the ballot with fewer than you asked for, which it promised not to do. Tell the counting "
                + "board"
        case .badRelease: "the release is not signed by the relay: keep to the first way, or wait"
        case .boxRoot: "ALARM: the boxes are not those that were sealed. Tell the counting board"
        }
    }
}

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
