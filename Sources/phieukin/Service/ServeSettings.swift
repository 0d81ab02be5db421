import Configuration
import Foundation
import Logging
import Reader
import Service

/// The service's settings: command line before environment before file.
struct ServeSettings {
    let configuration: ServiceConfiguration
    let logLevel: Logger.Level

    /// - Throws: `Failure` for a setting that is missing or makes no sense, or a file that cannot be read.
    init(
        _ given: [AbsoluteConfigKey: ConfigValue], environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws {
        let flags = InMemoryProvider(name: "command line", values: given)
        let variables = EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "phieukin")
        let early = ConfigReader(providers: [flags, variables])
        guard let folder = early.string(forKey: "data") else {
            throw Failure("no data folder", hint: "give --data DIR; `phieukin init` makes one")
        }
        let file = try await Self.file(in: folder)
        let reader = ConfigReader(providers: [flags, variables, file])
        configuration = try Self.configuration(folder, reader)
        logLevel = try Self.logLevel(reader)
    }

    private static func file(in folder: String) async throws -> FileProvider<JSONSnapshot> {
        let path = URL(filePath: folder).appending(path: "config.json").path(percentEncoded: false)
        do {
            let place = InMemoryProvider(values: [
                "filePath": ConfigValue(.string(path), isSecret: false),
                "allowMissing": ConfigValue(.bool(true), isSecret: false),
            ])
            return try await FileProvider(config: ConfigReader(provider: place))
        } catch {
            throw Failure("\(path) is not a configuration: \(error)")
        }
    }

    private static func configuration(_ folder: String, _ reader: ConfigReader) throws -> ServiceConfiguration {
        var configuration = ServiceConfiguration(dataFolder: folder)
        configuration.masterKeyFile = reader.string(forKey: "master.key")
        configuration.host = reader.string(forKey: "host", default: configuration.host)
        configuration.port = try number("port", in: 0...65_535, reader) ?? configuration.port
        configuration.tlsCertificateFile = reader.string(forKey: "tls.certificate")
        configuration.tlsKeyFile = reader.string(forKey: "tls.key")
        configuration.forcePlainHTTP = reader.bool(forKey: "force.plain.http", default: false)
        configuration.proxies = (reader.string(forKey: "proxies") ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        configuration.trustedCertificatesFolder = reader.string(forKey: "trusted.certificates")
        configuration.guidanceFolder = reader.string(forKey: "guidance")
        configuration.webFolder = reader.string(forKey: "web")
        configuration.publicAddress = reader.string(forKey: "public.address")
        configuration.templatesFolder = reader.string(forKey: "templates")
        configuration.revocationFolder = reader.string(forKey: "revocation.lists")
        configuration.accountRules = try accountRules(reader)
        configuration.timestampURL = reader.string(forKey: "timestamp.url")
        configuration.timestampCertificatesFolder = reader.string(forKey: "timestamp.certificates")
        configuration.readers = try readers(reader)
        return configuration
    }

    static func number(_ key: String, in range: ClosedRange<Int>, _ reader: ConfigReader) throws -> Int? {
        let name = ConfigKey(key)
        guard let number = reader.int(forKey: name) else {
            guard reader.string(forKey: name) == nil else { throw outOfRange(key, range) }
            return nil
        }
        guard range.contains(number) else { throw outOfRange(key, range) }
        return number
    }

    private static func outOfRange(_ key: String, _ range: ClosedRange<Int>) -> Failure {
        Failure("\(key): a number from \(range.lowerBound) to \(range.upperBound)")
    }

    private static func accountRules(_ reader: ConfigReader) throws -> AccountRules? {
        try reader.string(forKey: "account.rules").map { name in
            guard let rules = AccountRules(rawValue: name) else {
                throw Failure("account rules: one of \(AccountRules.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return rules
        }
    }

    private static func logLevel(_ reader: ConfigReader) throws -> Logger.Level {
        let name = reader.string(forKey: "log.level", default: "info")
        guard let level = Logger.Level(rawValue: name) else {
            throw Failure("log level: one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }
}
