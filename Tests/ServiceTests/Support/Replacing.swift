import SecretBallot
import StrictEncoding

extension Array {
    func replacing(_ index: Int, with element: Element) -> [Element] {
        var copy = self
        copy[index] = element
        return copy
    }
}

extension RollEntry {
    func replacing(_ requests: [[UInt8]]) -> RollEntry {
        RollEntry(voter: voter, deviceKey: deviceKey, tokenRequests: requests, signature: signature)
    }
}

extension JSONValue {
    /// This object with another value of a member; without the member where nil.
    func replacing(_ name: String, with value: JSONValue?) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.compactMap { member in
                guard member.name == name else { return member }
                return value.map { Member(name, $0) }
            })
    }
}
