/// What bare `spacekb` prints: ten lines with three examples.
enum Welcome {
  static let text = """
    spacekb reads reports of the meetings of space forums and answers who met, who belongs and who
    holds the chair, with the sentence and the link for each fact.

      spacekb ask "who chaired ISECG in 2020"      a question in plain words
      spacekb chairs ISECG --in 2008-2011          the same as a command
      spacekb ingest reports/                      read more reports, files or folders

    Other commands: extract, text, evidence, sql, info, check, data.
    The first question builds a database of the reports that come with the program.
    Help: spacekb --help, spacekb help ask

    """
}
