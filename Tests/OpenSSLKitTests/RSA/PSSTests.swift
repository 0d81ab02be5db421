import TestSupport
import Testing

@testable import OpenSSLKit

struct PSSTests {
    /// A key and a signature, both of the tool's making, with this salt.
    private func sign(_ message: [UInt8], saltLength: Int) throws -> (key: RSAPublicKey, signature: [UInt8]) {
        let (openssl, key) = (try OpenSSLCommand(), try TestKeys.one.get())
        try openssl.write(key.pkcs8().unwipedCopy, to: "key.der")
        try openssl.write(HashFunction.sha384(message), to: "hash")
        try openssl(
            """
            pkeyutl -sign -inkey key.der -keyform DER -in hash -out signature -pkeyopt digest:sha384 \
            -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:\(saltLength)
            """)
        return (key.publicKey, try openssl.read("signature"))
    }

    @Test(arguments: [0, 20, 48])
    func verifiesWhatTheToolSigned(saltLength: Int) throws {
        let message = Array("lá phiếu".utf8)
        let (key, signature) = try sign(message, saltLength: saltLength)
        #expect(try key.verifyPSS(signature: signature, message: message, saltLength: saltLength))
        // One context serves one salt length after another.
        for other in [-2, -1, 0, 20, 48, 49, 256, 257, 1 << 40] where other != saltLength {
            #expect(try !key.verifyPSS(signature: signature, message: message, saltLength: other))
        }
        #expect(try key.verifyPSS(signature: signature, message: message, saltLength: saltLength))
    }

    @Test func refusesEveryDamage() throws {
        let message = Array("message".utf8)
        let (key, signature) = try sign(message, saltLength: 48)
        for bit in stride(from: 0, to: signature.count * 8, by: 11) {
            var damaged = signature
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try !key.verifyPSS(signature: damaged, message: message, saltLength: 48))
        }
        #expect(try !key.verifyPSS(signature: signature, message: message + [0], saltLength: 48))
        #expect(OpenSSLError.drained("nothing").reasons.isEmpty)
    }

    @Test func refusesOddLengthsAndValues() throws {
        let message = Array("message".utf8)
        let (key, signature) = try sign(message, saltLength: 48)
        let zero = [UInt8](repeating: 0, count: 256)
        let wrongLengths: [[UInt8]] = [[], [1], signature.dropLast(), signature + [0], [0] + signature]
        let wrongValues: [[UInt8]] = [zero, zero.dropLast() + [1], key.modulus, [UInt8](repeating: 0xFF, count: 256)]
        for signature in wrongLengths + wrongValues {
            #expect(try !key.verifyPSS(signature: signature, message: message, saltLength: 48))
        }
        #expect(OpenSSLError.drained("nothing").reasons.isEmpty)
    }

    /// s + n leads to the same message as s, but is another string of bytes.
    @Test func refusesASignatureWithTheModulusAdded() throws {
        let key = try TestKeys.one.get().publicKey
        for attempt in UInt8(0)..<100 {
            let (_, signature) = try sign([attempt], saltLength: 0)
            guard let sum = added(signature, key.modulus) else { continue }
            #expect(try key.verifyPSS(signature: signature, message: [attempt], saltLength: 0))
            #expect(try !key.verifyPSS(signature: sum, message: [attempt], saltLength: 0))
            return
        }
    }

    @Test func refusesAnotherKeysSignature() throws {
        let (_, signature) = try sign([1], saltLength: 48)
        let other = try TestKeys.other.get().publicKey
        #expect(try !other.verifyPSS(signature: signature, message: [1], saltLength: 48))
    }

    @Test func manyThreadsUseOneKey() async throws {
        let (key, signature) = try sign([1], saltLength: 48)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in UInt8(0)..<8 {
                group.addTask { @concurrent in
                    for _ in 0..<100 {
                        let holds = try key.verifyPSS(signature: signature, message: [1 + task % 2], saltLength: 48)
                        #expect(holds == (task % 2 == 0))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// The sum of two big-endian integers, where it takes no more bytes.
    private func added(_ one: [UInt8], _ other: [UInt8]) -> [UInt8]? {
        var (sum, carry) = ([UInt8](), 0)
        for (a, b) in zip(one, other).reversed() {
            carry += Int(a) + Int(b)
            sum.append(UInt8(truncatingIfNeeded: carry))
            carry >>= 8
        }
        return carry == 0 ? sum.reversed() : nil
    }
}
