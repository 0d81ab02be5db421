/// The service's word that a slip is in the box, and stays there.
public enum Receipt {
    /// - Throws: an error of the cryptographic library.
    public static func sign(_ slip: [UInt8], of manifest: Manifest, with key: SigningKey) throws -> [UInt8] {
        try key.sign(message(for: slip, of: manifest))
    }

    public static func isValid(_ receipt: [UInt8], for slip: [UInt8], of manifest: Manifest) -> Bool {
        manifest.service.receiptKey.isValid(receipt, over: message(for: slip, of: manifest))
    }

    private static func message(for slip: [UInt8], of manifest: Manifest) -> [UInt8] {
        manifest.message(.receipt, Hash.digest(slip))
    }
}
