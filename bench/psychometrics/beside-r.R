# Rscript beside-r.R ratings.csv: lme4's REML fit of y ~ 1 + (1 | ratee) + (1 | rater), as one line of JSON.
suppressPackageStartupMessages(library(lme4))
file <- commandArgs(trailingOnly = TRUE)[1]
columns <- scan(file, what = list(ratee = 0L, rater = 0L, value = 0), sep = ",", skip = 1, quiet = TRUE)
ratings <- data.frame(ratee = factor(columns$ratee), rater = factor(columns$rater), value = columns$value)
seconds <- system.time(
  fit <- lmer(value ~ 1 + (1 | ratee) + (1 | rater), data = ratings, REML = TRUE)
)[["elapsed"]]
variances <- as.data.frame(VarCorr(fit))
of <- function(name) variances$vcov[variances$grp == name]
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
cat(sprintf(
  '{"seconds": %.3f, "memory": %.1f, "ratee": %.12g, "rater": %.12g, "residual": %.12g, "intercept": %.12g, "deviance": %.10g, "lme4": "%s", "r": "%s"}\n',
  seconds, peak, of("ratee"), of("rater"), of("Residual"), fixef(fit)[[1]], REMLcrit(fit),
  as.character(packageVersion("lme4")), paste(R.version$major, R.version$minor, sep = ".")
))
