-- Of whom an organisation asks a second step of signing in.
ALTER TABLE organisation
  ADD COLUMN second_step_for text NOT NULL DEFAULT 'nobody' CHECK (second_step_for IN ('nobody', 'administrators', 'everybody'));
