import Foundation
import TestSupport
import Testing

/// What `backup`, `restore` and `account recover` cannot do.
@Suite struct KeepingRefusalTests {
    /// Each with words of what is wrong; nothing is made, and nothing that was there changes.
    @Test func whatCannotBeDoneIsSaidAndChangesNothing() async throws {
        try await TestFolder.use { folder in
            let (data, backup, new) = (folder + "/data", folder + "/backup", folder + "/new")
            _ = try await TestService.configuration(of: folder)
            #expect(try Program.run("backup", "--data", data, "--out", backup).status == 0)
            let (key, other) = (data + "/master.key", folder + "/other.key")
            try TemporaryFolder.write([UInt8](repeating: 7, count: TemporaryFolder.bytes(of: key).count), to: other)
            let damaged = folder + "/damaged"
            try FileManager.default.copyItem(atPath: backup, toPath: damaged)
            let register = damaged + "/phieukin.sqlite"
            let bytes = try TemporaryFolder.bytes(of: register)
            try TemporaryFolder.write(bytes.dropLast() + [~(bytes.last ?? 0)], to: register)
            let before = try TemporaryFolder.files(under: folder)
            for (arguments, words) in [
                (["backup", "--data", folder + "/none", "--out", new], "no installation here"),
                (["backup", "--data", backup + "/SHA256SUMS", "--out", new], "no installation here"),
                (["backup", "--data", data, "--out", backup], "it is there already"),
                (["backup", "--data", data, "--out", key], "it is there already"),
                (["backup", "--data", data, "--out", folder + "/none/new"], "/none/new"),
                (["backup", "--data", data], "--out"),
                (["restore", folder + "/none", "--data", new, "--master-key", key], "/none/SHA256SUMS"),
                (["restore", key, "--data", new, "--master-key", key], "SHA256SUMS"),
                (["restore", backup, "--data", new], "/new/master.key"),
                (["restore", backup, "--data", new, "--master-key", other], "master key"),
                (["restore", backup, "--data", data], "there is something in it"),
                (["restore", backup, "--data", backup, "--master-key", key], "there is something in it"),
                (
                    ["restore", damaged, "--data", new, "--master-key", key],
                    "phieukin.sqlite is not what was backed up"
                ),
                (["account", "recover", "--data", folder + "/none", "--name", "an"], "/none"),
                (["account", "recover", "--data", data, "--name", " "], "needs a name"),
                (["account", "recover", "--data", data], "--name"),
            ] {
                let outcome = try Program.run(arguments)
                #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
                #expect(outcome.errors.localizedCaseInsensitiveContains("error: "), "\(arguments): \(outcome.errors)")
                #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
                #expect(try TemporaryFolder.files(under: folder) == before, "\(arguments)")
                #expect(!FileManager.default.fileExists(atPath: new), "\(arguments)")
            }
        }
    }
}
