public import OpenSSLKit

extension DKGSession {
    /// Whose fault it is that `accuser` stopped, after it published its static key so that anybody can open the share
    /// that it complains of.
    ///
    /// - Parameters:
    ///   - key: the accuser's static key, as it says.
    ///   - message: the accused dealer's message of round 1, which must be beyond doubt: its dealer signed it.
    /// - Returns: the dealer's fault, or the accuser's if the share is good or the key is not the accuser's.
    /// - Throws: `OpenSSLError`.
    public func verdict(
        on dealer: Int, of message: [UInt8], accusedBy accuser: Int, publishing key: P256Scalar
    ) throws -> DKGFault {
        let falseAccusation = DKGFault(participant: accuser, .falseAccusation)
        guard let participant = try? Participant(in: self, staticKey: key), participant.index == accuser else {
            return falseAccusation
        }
        do {
            _ = try participant.open(self.message(message, of: dealer).part(for: accuser), from: dealer)
            return falseAccusation
        } catch let fault as DKGFault { return fault }
    }
}
