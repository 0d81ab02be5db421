import Foundation

/// What a demo leaves, and what it says.
final class DemoOutput {
    private let folder: URL
    private let log: FileHandle
    private var chapter = 0

    /// - Throws: `Failure` if the folder cannot be made or written to.
    init(folder: String) throws {
        self.folder = URL(filePath: folder)
        try? FileManager.default.removeItem(at: self.folder.appending(path: "decisions"))
        try OutputFile.folder(self.folder.appending(path: "decisions").path(percentEncoded: false))
        let path = self.folder.appending(path: "demo.log").path(percentEncoded: false)
        guard FileManager.default.createFile(atPath: path, contents: nil), let log = FileHandle(forWritingAtPath: path)
        else { throw Failure("\(path) cannot be written") }
        self.log = log
    }

    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    func write(_ bytes: [UInt8], to name: String) throws { try OutputFile.write(bytes, to: path(name)) }

    /// Begins a part of the demo.
    func begin(_ title: String) {
        chapter += 1
        say("")
        say("\(chapter). \(title)")
    }

    func step(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        say(lines.map { $0.isEmpty ? "" : "   \($0)" }.joined(separator: "\n"))
    }

    func say(_ text: String) {
        Terminal.say(text)
        Terminal.write("\(Clock.text(Int(Clock.now)))  \(text)\n", to: log)
    }
}
