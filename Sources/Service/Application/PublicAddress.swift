import Foundation
import Logging

/// The address that an operator gives out: QR codes and links lead there, so it can be nothing but a service's.
enum PublicAddress {
    /// Warns of one that people would reach without TLS.
    /// - Throws: `ConfigurationFault` for anything but http or https, a host and perhaps a port.
    static func check(_ text: String?, logger: Logger) throws {
        guard let text else { return }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else {
            throw ConfigurationFault(
                "the public address is not one: give it as https://host or https://host:port, with nothing behind it / "
                    + "địa chỉ công khai không đúng: hãy ghi dạng https://máy-chủ hoặc https://máy-chủ:cổng, "
                    + "không thêm gì nữa"
            )
        }
        guard scheme == "http", !isLoopback(host) else { return }
        logger.warning(
            """
            the public address is plain http: whoever is on the way can change what voters get; use https / địa chỉ công \
            khai là http: người ở giữa đường truyền sửa được trang bỏ phiếu; hãy dùng https
            """)
    }

    /// Whether an address leads to the machine of whoever uses it.
    static func isOnThisMachine(_ address: String) -> Bool {
        URLComponents(string: address)?.host.map(isLoopback) ?? false
    }

    private static func isLoopback(_ host: String) -> Bool {
        ["localhost", "::1", "[::1]"].contains(host.lowercased()) || host.hasPrefix("127.")
    }
}
