import TestSupport
import Testing

@testable import ArchiveKit

/// Packing in memory, unpacked by gzip itself.
@Suite struct GzipTests {
    @Test(arguments: [0, 1, 100, 65_535, 65_536, 1_000_000])
    func gzipUnpacksIt(count: Int) throws {
        var random = SeededRandom(UInt64(count))
        for bytes in [[UInt8](repeating: 7, count: count), random.bytes(count)] {
            #expect(try Self.unpack(try Gzip.compress(bytes)) == bytes)
        }
    }

    @Test func theSameBytesPackTheSame() throws {
        let bytes = Array("phiếu kín".utf8)
        #expect(try Gzip.compress(bytes) == Gzip.compress(bytes))
    }

    private static func unpack(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "packed.gz")
        return try withExtendedLifetime(folder) {
            try Command.run(["gzip", "--decompress", "--stdout", folder.file("packed.gz")]).bytes
        }
    }
}
