// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target of ours; dependencies keep their own.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Where C pointers are handled, every unsafe expression is marked as such.
let walled: [SwiftSetting] = house + [.strictMemorySafety()]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "phieukin",
    products: [
        .executable(name: "phieukin", targets: ["phieukin"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),

        .target(name: "StrictEncoding", swiftSettings: house),
        .target(name: "OpenSSLKit", dependencies: ["COpenSSL"], swiftSettings: walled),
        .target(name: "ArchiveKit", dependencies: ["CArchive"], swiftSettings: walled),
        .target(name: "Spreadsheets", dependencies: ["ArchiveKit", "CXLSXWriter", "CXML2"], swiftSettings: walled),
        .target(
            name: "AccountSecurity",
            dependencies: ["StrictEncoding", crypto],
            exclude: ["Data/README.md"],
            resources: [.embedInCode("Data/common-passwords.txt"), .embedInCode("Data/vietnamese-parts.txt")],
            swiftSettings: house
        ),
        .target(name: "BallotTokens", dependencies: ["OpenSSLKit", "StrictEncoding"], swiftSettings: house),
        .target(name: "ObliviousHTTP", dependencies: [crypto], swiftSettings: house),
        .target(name: "CocktailDKG", dependencies: ["OpenSSLKit", "StrictEncoding"], swiftSettings: house),
        .target(
            name: "Recognition",
            dependencies: ["StrictEncoding"],
            resources: [.embedInCode("Profiles")],
            swiftSettings: house
        ),
        .target(
            name: "SecretBallot",
            dependencies: [
                "ArchiveKit", "BallotTokens", "CocktailDKG", "ObliviousHTTP", "OpenSSLKit", "Recognition",
                "StrictEncoding",
                crypto,
            ],
            swiftSettings: house
        ),
        .target(name: "Typesetting", dependencies: ["CPango", "CQREncode"], swiftSettings: walled),
        .target(name: "PageDrawing", dependencies: ["CPoppler"], swiftSettings: walled),
        .target(name: "SignedPDF", dependencies: ["CQPDF", "OpenSSLKit", "PageDrawing"], swiftSettings: walled),
        .target(
            name: "OfficialDocuments",
            dependencies: ["Recognition", "StrictEncoding", "Typesetting"],
            resources: [.embedInCode("Templates")],
            swiftSettings: house
        ),
        .target(
            name: "Decisions",
            dependencies: [
                "OfficialDocuments", "OpenSSLKit", "Recognition", "SecretBallot", "SignedPDF", "StrictEncoding",
                "Typesetting",
            ],
            swiftSettings: house
        ),
        .target(
            name: "Reader",
            dependencies: [
                "CSandbox", "Decisions", "OpenSSLKit", "Recognition", "StrictEncoding",
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: walled
        ),
        .target(
            name: "Storage",
            dependencies: [
                "OpenSSLKit", "StrictEncoding", crypto, .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Client",
            dependencies: [
                "OpenSSLKit", "Recognition", "SecretBallot", "StrictEncoding",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Connections",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Relay",
            dependencies: [
                "Client", "Connections", "ObliviousHTTP", "SecretBallot", "StrictEncoding",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),
        .target(name: "CWebAssets"),
        .target(
            name: "WebAssets",
            dependencies: ["CWebAssets"],
            exclude: ["ballot", "samples", "scripts", "styles", "templates"],
            swiftSettings: walled
        ),
        .target(
            name: "Service",
            dependencies: [
                "AccountSecurity", "ArchiveKit", "Connections", "Decisions", "ObliviousHTTP", "OfficialDocuments",
                "OpenSSLKit", "Reader", "Recognition", "SecretBallot",
                "SignedPDF", "Storage",
                "StrictEncoding", "Typesetting", "WebAssets", crypto,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Bench",
            dependencies: [
                "BallotTokens", "Client", "Decisions", "OfficialDocuments", "OpenSSLKit", "Recognition", "SecretBallot",
                "Service", "StrictEncoding", "Typesetting", crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "ArchiveKit", "BallotTokens", "CocktailDKG", "ObliviousHTTP", "OpenSSLKit", "Recognition",
                "SecretBallot", "SignedPDF", "StrictEncoding",
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "phieukin",
            dependencies: [
                "Bench", "Client", "Connections", "Decisions", "OfficialDocuments", "OpenSSLKit", "Reader",
                "Recognition", "Relay",
                "SecretBallot", "Service", "StrictEncoding", "Typesetting", crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house,
            // Relocations packed (DT_RELR, glibc 2.36): a service's pages at rest are some 7 MiB fewer.
            linkerSettings: [
                .unsafeFlags(
                    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
                    .when(configuration: .release))
            ]
        ),

        .target(
            name: "TestSupport",
            dependencies: [
                "OpenSSLKit", "StrictEncoding", crypto, .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/TestSupport", swiftSettings: house),
        .target(
            name: "TestRounds", dependencies: ["OpenSSLKit", "Recognition", "SecretBallot", "StrictEncoding"],
            path: "Tests/TestRounds", swiftSettings: house),
        .testTarget(
            name: "StrictEncodingTests", dependencies: ["StrictEncoding", "TestSupport"], swiftSettings: house),
        .testTarget(name: "OpenSSLKitTests", dependencies: ["OpenSSLKit", "TestSupport"], swiftSettings: house),
        .testTarget(name: "ArchiveKitTests", dependencies: ["ArchiveKit", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["ArchiveKit", "Spreadsheets", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "AccountSecurityTests", dependencies: ["AccountSecurity", "StrictEncoding", "TestSupport", crypto],
            swiftSettings: house),
        .testTarget(
            name: "BallotTokensTests", dependencies: ["BallotTokens", "OpenSSLKit", "StrictEncoding", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "ObliviousHTTPTests", dependencies: ["ObliviousHTTP", "StrictEncoding", "TestSupport", crypto],
            swiftSettings: house),
        .testTarget(
            name: "CocktailDKGTests", dependencies: ["CocktailDKG", "OpenSSLKit", "StrictEncoding", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "RecognitionTests", dependencies: ["Recognition", "StrictEncoding", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "SecretBallotTests",
            dependencies: [
                "ArchiveKit", "BallotTokens", "CocktailDKG", "OpenSSLKit", "Recognition", "SecretBallot",
                "StrictEncoding", "TestSupport", crypto,
            ],
            swiftSettings: house
        ),
        .testTarget(name: "TypesettingTests", dependencies: ["TestSupport", "Typesetting"], swiftSettings: house),
        .testTarget(
            name: "SignedPDFTests", dependencies: ["OpenSSLKit", "PageDrawing", "SignedPDF", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "OfficialDocumentsTests",
            dependencies: ["OfficialDocuments", "Recognition", "StrictEncoding", "TestSupport", "Typesetting"],
            swiftSettings: house
        ),
        .testTarget(
            name: "DecisionsTests",
            dependencies: [
                "BallotTokens", "Decisions", "OfficialDocuments", "OpenSSLKit", "Recognition", "SecretBallot",
                "SignedPDF", "StrictEncoding", "TestSupport", "Typesetting",
            ],
            swiftSettings: house
        ),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "ReaderTests",
            dependencies: [
                "Decisions", "OpenSSLKit", "Reader", "StrictEncoding", "TestSupport", "phieukin",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "OpenSSLKit", "Storage", "StrictEncoding", "TestSupport", crypto,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ClientTests",
            dependencies: [
                "Client", "OpenSSLKit", "Recognition", "SecretBallot", "StrictEncoding",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ConnectionsTests", dependencies: ["Connections", .product(name: "NIOCore", package: "swift-nio")],
            swiftSettings: house),
        .testTarget(
            name: "RelayTests",
            dependencies: [
                "BallotTokens", "Client", "Connections", "ObliviousHTTP", "OpenSSLKit", "Recognition", "Relay",
                "SecretBallot",
                "StrictEncoding", "TestRounds", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "PhieukinTests",
            dependencies: [
                "Client", "Decisions", "OfficialDocuments", "OpenSSLKit", "Reader", "Recognition", "SecretBallot",
                "Service", "StrictEncoding", "TestSupport", "Typesetting", "phieukin",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "AccountSecurity", "BallotTokens", "Client", "Connections", "Decisions", "ObliviousHTTP", "OpenSSLKit",
                "Reader",
                "Recognition", "SecretBallot", "Service", "SignedPDF", "Storage", "StrictEncoding", "TestRounds",
                "TestSupport", "WebAssets",
                "phieukin",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)

// libFuzzer brings a main function of its own, so that this can be built with it alone: see `make fuzz`.
if Context.environment["PHIEUKIN_FUZZ"] != nil {
    package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Sources", swiftSettings: walled))
}
