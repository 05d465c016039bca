/// The exit statuses as the help shows them; the same everywhere.
enum ExitCodes {
  static let table = """

    EXIT CODES
      0 done, 1 nothing known or not understood, 2 some inputs refused,
      64 usage, 65 bad data, 66 no such input, 70 bug,
      73 cannot create, 74 input/output, 75 busy, 77 not permitted,
      78 not our database, 130 and 143 ended by a signal, 141 closed pipe.
      One input refused alone gives its own code.
    """
}
