import Foundation

/// The browser of whoever sits at this machine.
enum Browser {
    /// Opens a page where there is a desktop; nothing where there is none, as the address was said.
    static func open(_ address: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { environment[$0]?.isEmpty == false }) else { return }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try? process.run()
    }
}
