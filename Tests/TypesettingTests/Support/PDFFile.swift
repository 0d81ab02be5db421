import Foundation
import Typesetting

/// A PDF on disk, as the tools of others see it; gone with the object.
final class PDFFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = NSTemporaryDirectory() + "TypesettingTests-\(UUID().uuidString).pdf"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ blocks: [Block], page: PageSetup = PageSetup()) throws {
        try self.init(Samples.typesetter.get().typeset(Samples.document(blocks, page: page)).pdf)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Runs a command, "PDF" in its arguments standing for the file; its output.
    @discardableResult
    func run(_ command: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command.map { $0.replacing("PDF", with: path) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    func text(page: Int? = nil) throws -> String {
        guard let page else { return try run("pdftotext", "PDF", "-").output }
        return try run("pdftotext", "-f", "\(page)", "-l", "\(page)", "PDF", "-").output
    }

    /// The words' rectangles, in points from the top left of their page.
    func words(page: Int = 1) throws -> [Word] {
        let output = try run("pdftotext", "-bbox-layout", "-f", "\(page)", "-l", "\(page)", "PDF", "-").output
        return output.matches(of: Word.pattern).compactMap { Word($0.output) }
    }

    func pageCount() throws -> Int? {
        let output = try run("pdfinfo", "PDF").output
        return output.firstMatch(of: #/Pages: +(\d+)/#).flatMap { Int($0.output.1) }
    }
}
