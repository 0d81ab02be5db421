import Client

/// The round's staff, logged in.
struct DemoStaff {
    let secretary: StaffClient
    let board: StaffClient
    let signer: StaffClient
}
