/// The service's word that a slip is in the box, and stays there.
public enum Receipt {
    /// - Throws: an error of the cryptographic library.
    public static func sign(_ slip: [UInt8], in roundID: RoundID, with key: SigningKey) throws -> [UInt8] {
        try key.sign(message(for: slip, in: roundID))
    }

    public static func isValid(_ receipt: [UInt8], for slip: [UInt8], of manifest: Manifest) -> Bool {
        manifest.service.receiptKey.isValid(receipt, over: message(for: slip, in: manifest.roundID))
    }

    private static func message(for slip: [UInt8], in roundID: RoundID) -> [UInt8] {
        Label.receipt.message(roundID.bytes, Hash.digest(slip))
    }
}
