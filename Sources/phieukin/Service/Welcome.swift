import Foundation
import Service

/// What `serve` says when it listens: where the service is, and to whom a trial belongs.
struct Welcome: Sendable {
    let configuration: ServiceConfiguration

    /// Whether to open a browser as well.
    let isOpening: Bool

    init(to configuration: ServiceConfiguration, opening isOpening: Bool) {
        self.configuration = configuration
        self.isOpening = isOpening
    }

    func say(port: Int) {
        let address = address(port: port)
        for line in lines(address) { Terminal.say(line) }
        if isOpening { Browser.open(address) }
    }

    /// As this machine reaches the service.
    func address(port: Int) -> String {
        let scheme = configuration.tlsCertificateFile == nil ? "http" : "https"
        let host = ["0.0.0.0", "::"].contains(configuration.host) ? "127.0.0.1" : configuration.host
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
    }

    func lines(_ address: String) -> [String] {
        guard let trial = configuration.trial else { return ["phieukin: \(address)"] }
        let account = (try? InputFile.read(trial.account)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let parts = account.split(separator: "\n").map(String.init)
        let first = parts.count == 2 ? parts : ["?", "?"]
        return [
            "", "Bản dùng thử phieukin đang chạy. A trial of phieukin is running.",
            "  Địa chỉ / address:    \(address)",
            "  Tài khoản / account:  \(first[0])",
            "  Mật khẩu / password:  \(first[1])",
            "  (mật khẩu ban đầu, nếu chưa đổi / the first password, unless it was changed)",
            "  Dừng / stop: Ctrl-C", "",
        ]
    }
}

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
