{{% CONTENT_TYPE:TEXT}}
# The tables of this folder in R, with their types; needs no package.
#
#   source("load.R"); tables <- load_tables()
#   merge(tables$memberships, tables$agencies, by.x = "party_id", by.y = "agency_id")

types <- list(
{{#tables}}
  {{table}} = c(
{{#columns}}
    {{column}} = "{{r}}"{{^last()}},{{/last()}}
{{/columns}}
  ){{^last()}},{{/last()}}
{{/tables}}
)

# All tables by name. A missing value is NA; the text "NA" (Namibia in countries$iso2) is none.
load_tables <- function(folder = ".") {
  Map(function(name, classes) {
    file <- file.path(folder, paste0(name, ".csv"))
    read.csv(file, colClasses = classes, na.strings = "", encoding = "UTF-8", check.names = FALSE)
  }, names(types), types)
}
