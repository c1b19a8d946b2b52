.PHONY: fast verify format demo start

fast:    ## compile and run tests without the other checks: make fast TEST=TextTest
	./mvnw -q -Pfast test $(if $(TEST),-Dtest='$(TEST)')

verify:  ## all checks and all tests
	./mvnw verify

format:  ## put the code into its format
	./mvnw -q spotless:apply

demo:    ## see it work
	bin/offprint demo

start:   ## measure how long starts take
	bin/bench-start
