import Foundation
import TestSupport
import Typesetting

/// A PDF read back by poppler's commands, which share nothing with what made it.
struct PrintedPages {
    let texts: [PrintedText]
    let pageCount: Int

    /// As a reader would copy it, page by page.
    let pages: [String]
    let fonts: String
    let information: String

    init(_ document: TypesetDocument) throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let file = folder.file("form.pdf")
        try folder.write(document.pdf, to: "form.pdf")
        texts = PrintedText.joined(
            Self.texts(try Self.run("pdftohtml", ["-xml", "-zoom", "1", "-i", "-stdout", "-nomerge", file])))
        let plain = try Self.run("pdftotext", ["-layout", file, "-"])
        pages = plain.split(separator: "\u{0C}").map(String.init)
        fonts = try Self.run("pdffonts", [file])
        information = try Self.run("pdfinfo", [file])
        pageCount = document.pageCount
    }

    var plain: String { pages.joined(separator: "\n") }

    /// The words in order with single spaces: where lines break does not matter.
    var words: String { plain.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The first stretch of text that holds `words`.
    func text(_ words: String) -> PrintedText? { texts.first { $0.text.contains(words) } }

    private static func texts(_ xml: String) -> [PrintedText] {
        var texts: [PrintedText] = []
        var sizes: [String: Double] = [:]
        var page = 0
        for line in xml.split(separator: "\n") {
            if line.hasPrefix("<page") { page += 1 }
            if let id = attribute("id", of: line), let size = attribute("size", of: line).flatMap(Double.init) {
                sizes[id] = size
            }
            guard line.hasPrefix("<text") else { continue }
            func number(_ name: String) -> Double { attribute(name, of: line).flatMap(Double.init) ?? .nan }
            texts.append(
                PrintedText(
                    page: page, left: number("left"), top: number("top"), width: number("width"),
                    height: number("height"), size: sizes[attribute("font", of: line) ?? ""] ?? .nan,
                    isBold: line.contains("<b>"), isItalic: line.contains("<i>"), text: plain(line)))
        }
        return texts
    }

    private static func attribute(_ name: String, of line: Substring) -> String? {
        guard let start = line.range(of: " \(name)=\""), let end = line[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(line[start.upperBound..<end])
    }

    private static func plain(_ line: Substring) -> String {
        String(line).replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
    }

    static func run(_ command: String, _ arguments: [String]) throws -> String {
        try Command.run([command] + arguments).output
    }
}
