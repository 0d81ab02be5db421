import Crypto
import FoundationEssentials
import OpenSSLKit

extension SecretBytes {
    /// Takes over `data`, which is wiped.
    convenience init(taking data: inout Data) {
        self.init(copying: data)
        data.resetBytes(in: data.startIndex..<data.endIndex)
    }

    var symmetricKey: SymmetricKey { withUnsafeBytes { SymmetricKey(data: $0) } }
}
