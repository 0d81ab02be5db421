import COpenSSL

/// The group of P-256 (SEC 2 section 2.4.2, secp256r1): the one owner of its `EC_GROUP`, and the arithmetic modulo its
/// order n.
///
/// Read-only once made, hence safe to share between threads.
@safe final class P256Group: @unchecked Sendable {
    static let shared = Result { () throws(OpenSSLError) in try P256Group() }

    let pointer: OpaquePointer
    let order: OddModulus
    let orderLessOne: BigNumber
    let orderLessTwo: BigNumber

    private init() throws(OpenSSLError) {
        let number = try BigNumber(Self.orderBytes)
        order = try OddModulus(number)
        orderLessOne = try number.less(1)
        orderLessTwo = try number.less(2)
        unsafe pointer = try obtain("P-256") { unsafe EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1) }
    }

    deinit { unsafe EC_GROUP_free(pointer) }

    private static let orderBytes: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]
}
