import CocktailDKG
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// `Vectors/phieukin-2-copy.json`: saved copies as they are printed, which the browser's modules write and read as well.
struct CopyVectorTests {
    @Test func writesAndReadsTheWorkedCopies() throws {
        let copies = try TestFiles.vectors("phieukin-2-copy.json").member("copies").array()
        #expect(copies.count == 3)
        for copy in copies.map({ try? $0.looseObject() }) {
            let worked = try #require(copy)
            func bytes(_ name: String) throws -> [UInt8] { try hex(worked.member(name).string()) }
            let lines = try worked.member("lines").array().map { try $0.string() }
            let made = BoardKeyCopy(
                key: try SigningKey(bytes("signingKey")), dkgKey: try P256Scalar(bytes("dkgKey")),
                share: try P256Scalar(bytes("share")), roundID: try RoundID(bytes("roundID")))
            #expect(made.lines == lines)
            let read = try BoardKeyCopy(typed: lines)
            #expect(read.lines == lines && read.roundID == made.roundID)
        }
    }
}
