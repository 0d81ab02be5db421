public import ArgumentParser
public import Client

extension StaffAccount.Role: ExpressibleByArgument {}
