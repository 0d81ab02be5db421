import TestSupport
import Typesetting

/// A PDF on disk, as the tools of others see it; gone with the object.
final class PDFFile {
    private let folder: TemporaryFolder

    var path: String { folder.file("file.pdf") }

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        try folder.write(bytes, to: "file.pdf")
    }

    convenience init(_ blocks: [Block], page: PageSetup = PageSetup()) throws {
        try self.init(Samples.typesetter.get().typeset(Samples.document(blocks, page: page)).pdf)
    }

    /// Runs a command, "PDF" in its arguments standing for the file; its output.
    @discardableResult
    func run(_ command: String...) throws -> (status: Int32, output: String) {
        let outcome = try Command.run(command.map { $0.replacing("PDF", with: path) })
        return (outcome.status, outcome.output)
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
