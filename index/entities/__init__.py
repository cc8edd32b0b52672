"""The names of companies, products, people and institutions, and where texts mention them."""
