import OfficialDocuments
import Recognition
import SecretBallot
import StrictEncoding

/// Access codes for the members of a committee: the printed cards for them, the public keys for the server.
struct AccessCards {
    let voters: [VoterRow]

    /// One a voter, in order; secret.
    let codes: [AccessCode]

    /// The voters' table with their public keys: what the server gets.
    func votersTable() throws -> [UInt8] {
        let rows = try zip(voters, codes).map { voter, code in
            [
                voter.id, voter.name, voter.position ?? "", voter.birthYear.map(String.init) ?? "",
                Base64URL.encode(try code.credential().publicKey.bytes),
            ]
        }
        return CSVText.file([["id", "name", "position", "birthYear", "credentialKey"]] + rows)
    }

    /// The table to print the cards from: secret.
    var cardsTable: [UInt8] {
        let rows = zip(voters, codes).map { [$0.id, $0.name, $0.position ?? "", $1.printed] }
        return CSVText.file([["mã", "họ và tên", "chức vụ", "mã bỏ phiếu"]] + rows)
    }

    /// The cards themselves, to be cut apart: secret.
    func slips(on page: VoterPage) -> [AccessSlip] {
        zip(voters, codes).map { voter, code in
            AccessSlip(name: name(of: voter), code: code.printed, link: page.link(to: code))
        }
    }

    /// Whose card it is: members of one name by what else the table says of them.
    private func name(of voter: VoterRow) -> String {
        let details = [voter.position, voter.birthYear.map { "sinh năm \($0)" }].compactMap(\.self)
        let isShared = voters.count { $0.name == voter.name } > 1
        return isShared && !details.isEmpty ? "\(voter.name) (\(details.joined(separator: ", ")))" : voter.name
    }
}

extension AccessCards {
    /// Fresh codes.
    /// - Throws: an error of the cryptographic library.
    init(for table: VoterTable) throws {
        self.init(voters: table.rows, codes: try table.rows.map { _ in try AccessCode.random() })
    }
}
